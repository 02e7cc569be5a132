"""Who may see applications and who may decide about them; what each role may stands in ``services.access``.

Readers see; owners and organisers score and decide as well. Partners and everybody else get the answer of an address
that leads nowhere: applications are no business of theirs.
"""

from typing import Final

from django.http import HttpRequest

from geleit.services.access import Permission
from geleit.web.organiser.access import actor_of, organiser_view

for_selection: Final = organiser_view(Permission.SEE_APPLICATIONS, change=Permission.DECIDE_APPLICATIONS)
"""Guards every view of this package."""
actor: Final = actor_of


def may_act(request: HttpRequest) -> bool:
    """Whether the one who asks may change something."""
    member = getattr(request, "member", None)
    return member is not None and member.may(Permission.DECIDE_APPLICATIONS)
