"""The Django surfaces of Geleit: one folder each, without models; what they have in common is in ``shared``."""
