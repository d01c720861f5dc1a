REVOKE ALL ON account_emailaddress FROM weshelter_app, weshelter_jobs;
GRANT SELECT ON account_emailaddress TO weshelter_app;
GRANT SELECT ON account_emailaddress TO weshelter_jobs;

REVOKE ALL ON account_emailconfirmation FROM weshelter_app, weshelter_jobs;

REVOKE ALL ON accounts_loginattempts FROM weshelter_app, weshelter_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts_loginattempts TO weshelter_app;

REVOKE ALL ON accounts_user FROM weshelter_app, weshelter_jobs;
GRANT SELECT, INSERT, UPDATE (email, is_active, is_secretariat, last_login, name) ON accounts_user TO weshelter_app;
GRANT SELECT ON accounts_user TO weshelter_jobs;

REVOKE ALL ON auth_group FROM weshelter_app, weshelter_jobs;

REVOKE ALL ON auth_group_permissions FROM weshelter_app, weshelter_jobs;

REVOKE ALL ON auth_permission FROM weshelter_app, weshelter_jobs;

REVOKE ALL ON django_admin_log FROM weshelter_app, weshelter_jobs;
GRANT SELECT, INSERT ON django_admin_log TO weshelter_app;

REVOKE ALL ON django_content_type FROM weshelter_app, weshelter_jobs;
GRANT SELECT ON django_content_type TO weshelter_app;
GRANT SELECT ON django_content_type TO weshelter_jobs;

REVOKE ALL ON django_migrations FROM weshelter_app, weshelter_jobs;
GRANT SELECT ON django_migrations TO weshelter_app;
GRANT SELECT ON django_migrations TO weshelter_jobs;

REVOKE ALL ON django_session FROM weshelter_app, weshelter_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON django_session TO weshelter_app;

REVOKE ALL ON mfa_authenticator FROM weshelter_app, weshelter_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON mfa_authenticator TO weshelter_app;

REVOKE ALL ON usersessions_usersession FROM weshelter_app, weshelter_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON usersessions_usersession TO weshelter_app;

GRANT USAGE ON SEQUENCE account_emailaddress_id_seq TO weshelter_app, weshelter_jobs;
GRANT USAGE ON SEQUENCE account_emailconfirmation_id_seq TO weshelter_app, weshelter_jobs;
GRANT USAGE ON SEQUENCE django_admin_log_id_seq TO weshelter_app, weshelter_jobs;
GRANT USAGE ON SEQUENCE django_content_type_id_seq TO weshelter_app, weshelter_jobs;
GRANT USAGE ON SEQUENCE django_migrations_id_seq TO weshelter_app, weshelter_jobs;
GRANT USAGE ON SEQUENCE institutions_institution_id_seq TO weshelter_app;
GRANT USAGE ON SEQUENCE institutions_project_id_seq TO weshelter_app;
GRANT USAGE ON SEQUENCE mfa_authenticator_id_seq TO weshelter_app, weshelter_jobs;
GRANT USAGE ON SEQUENCE usersessions_usersession_id_seq TO weshelter_app;
