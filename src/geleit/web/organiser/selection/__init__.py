"""Organisers' screens for applications and their selection."""
