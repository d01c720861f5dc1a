-- The text goes when the mail is sent or put aside.
CREATE FUNCTION app.erase_text_of_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    DELETE FROM letters_messagebody WHERE message_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER text_goes_with_it AFTER UPDATE OF state ON letters_message FOR EACH ROW
    WHEN (NEW.state IN ('sent', 'put_aside')) EXECUTE FUNCTION app.erase_text_of_message();
CREATE TRIGGER moves BEFORE UPDATE OF state ON letters_message FOR EACH ROW EXECUTE FUNCTION app.only_moves({MESSAGE_MOVES});

-- Since when the oldest mail waits that should have left: what may wait, from the morning on or from its own turn, if
-- whoever gets it had a mail that day. Of one that was tried the next try says nothing.
CREATE FUNCTION app.oldest_mail_on_its_way() RETURNS timestamp with time zone
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT min(w.since) FROM letters_message m, LATERAL (
        SELECT CASE
            WHEN NOT m.may_wait OR m.tries > 0 THEN m.made_at
            WHEN l.made::time >= {NIGHT_ENDS} AND l.made::time < {NIGHT_BEGINS} THEN m.next_try_at
            ELSE greatest(m.next_try_at,
                (l.made::date + (l.made::time >= {NIGHT_BEGINS})::int + {NIGHT_ENDS}) AT TIME ZONE 'Europe/Copenhagen')
        END AS since
        FROM (SELECT m.made_at AT TIME ZONE 'Europe/Copenhagen' AS made) l) w
    WHERE m.state IN {ON_ITS_WAY} AND w.since <= now()
$$;
GRANT EXECUTE ON FUNCTION app.oldest_mail_on_its_way() TO weshelter_app, weshelter_jobs;

-- Of these mails those whose reader has left, with each who has it now: none, if nobody has. What lies at no project is for
-- him alone who works here still.
CREATE FUNCTION app.mails_of_who_left(mails uuid[]) RETURNS TABLE(message uuid, reader uuid, address text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT m.id, has.reader, has.address FROM letters_message m
    LEFT JOIN LATERAL ({rows of has_a_mail(m.user_id, m.lies_at)}) has(reader, address) ON true
    WHERE m.id = ANY (mails) AND NOT EXISTS (
        SELECT FROM ({rows of has_a_mail(m.user_id, m.lies_at)}) still(reader, address) WHERE still.reader = m.user_id)
$$;
GRANT EXECUTE ON FUNCTION app.mails_of_who_left(mails uuid[]) TO weshelter_jobs;
