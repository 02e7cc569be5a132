"""Whom to ask for what: for each host who has not confirmed, a time to propose and others that would do as well.

``moves`` yields where else a session could lie, ``alternates`` lets the checker judge, ``propose`` tells the hosts.
"""
