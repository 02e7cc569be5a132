"""How organisers sign in: django-allauth, with pages, words and mails of our own."""
