"""Background work: the backend of ``django.tasks``, the worker, and what a task may tell."""
