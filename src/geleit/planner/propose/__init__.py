"""Whom to ask for what: for each host who has not confirmed, a time to propose and others that would do as well."""
