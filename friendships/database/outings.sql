-- What two friends use is within the budget of the year and the tickets that there are, on a day of their friendship; less
-- than was noted is always less. Asked
-- after the policies: what it answers is told to nobody else.
CREATE FUNCTION app.outing_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    friends matching_match;
    of_year integer := extract(year FROM NEW.used_on);
    amount integer;
    there integer;
    left_over integer;
BEGIN
    SELECT * INTO friends FROM matching_match m WHERE m.id = NEW.match_id;
    IF friends.state NOT IN {MATCH_BEGUN} THEN
        RAISE check_violation USING CONSTRAINT = 'an_outing_is_of_two_who_are_friends', MESSAGE = 'no friends now';
    END IF;
    IF NEW.used_on < friends.started_on OR NEW.used_on > app.today() THEN
        RAISE check_violation USING CONSTRAINT = 'an_outing_is_on_a_day_of_the_friendship', MESSAGE = 'not this day';
    END IF;
    -- Of two who note the last kroner at once, the second waits here.
    SELECT b.kroner INTO amount FROM friendships_budget b
    WHERE b.project_id = NEW.project_id AND b.year = of_year FOR UPDATE;
    IF amount IS NULL AND NEW.kroner > 0 THEN
        RAISE check_violation USING CONSTRAINT = 'there_is_a_budget', MESSAGE = 'no budget';
    END IF;
    left_over := amount - (SELECT coalesce(sum(o.kroner), 0) FROM friendships_outing o
        WHERE o.project_id = NEW.project_id AND extract(year FROM o.used_on) = of_year);
    IF left_over < 0 AND NEW.kroner > 0 AND NOT (TG_OP = 'UPDATE' AND NEW.kroner <= OLD.kroner
            AND extract(year FROM OLD.used_on) = of_year) THEN
        RAISE check_violation USING CONSTRAINT = 'within_the_budget', MESSAGE = 'too much',
            DETAIL = greatest(left_over + NEW.kroner, 0);
    END IF;
    SELECT a.tickets INTO there FROM friendships_activity a WHERE a.id = NEW.activity_id FOR UPDATE;
    IF there IS NOT NULL THEN
        left_over := there - (SELECT coalesce(sum(o.tickets), 0) FROM friendships_outing o
            WHERE o.activity_id = NEW.activity_id);
        IF left_over < 0 AND NEW.tickets > 0 AND NOT (TG_OP = 'UPDATE' AND NEW.tickets <= OLD.tickets
                AND NEW.activity_id = OLD.activity_id) THEN
            RAISE check_violation USING CONSTRAINT = 'there_are_tickets_left', MESSAGE = 'too many',
                DETAIL = greatest(left_over + NEW.tickets, 0);
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER gate AFTER INSERT OR UPDATE ON friendships_outing FOR EACH ROW EXECUTE FUNCTION app.outing_gate();

-- The accounts of a year, for whoever reads those of the project: sums by month and kind, and no pair.
CREATE FUNCTION app.activity_accounts(of_year integer) RETURNS TABLE(project_id bigint, month date, kind text, number bigint, kroner bigint, tickets bigint)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT o.project_id, date_trunc('month', o.used_on)::date, a.kind::text, count(*), sum(o.kroner), sum(o.tickets)
    FROM friendships_outing o JOIN friendships_activity a ON a.id = o.activity_id
    WHERE extract(year FROM o.used_on) = of_year
        AND o.project_id IN (SELECT app.programme_projects() UNION SELECT app.house_projects())
    GROUP BY 1, 2, 3 ORDER BY 2 DESC, 1, 3
$$;
GRANT EXECUTE ON FUNCTION app.activity_accounts(of_year integer) TO weshelter_app, weshelter_jobs;

-- How many tickets of each are used, by whichever project.
CREATE FUNCTION app.tickets_used(activities uuid[]) RETURNS TABLE(activity_id uuid, used bigint)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT o.activity_id, sum(o.tickets) FROM friendships_outing o WHERE o.activity_id = ANY (activities) GROUP BY 1
$$;
GRANT EXECUTE ON FUNCTION app.tickets_used(activities uuid[]) TO weshelter_app, weshelter_jobs;
