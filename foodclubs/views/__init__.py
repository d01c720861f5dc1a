"""Pages of food clubs: the guest's, the coordinator's and lead's, the volunteer's."""
