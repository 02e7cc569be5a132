"""What becomes of a published programme when something changes: a short ranked list, each with what it costs.

``records`` are the answers. ``aftermath`` is the trip after the changes, ``situation`` where a repair starts: ``hand``
is the programme with only that taken out which cannot stay, ``keeping`` rewards what stays. ``repair`` leads,
``search`` widens, ``candidates`` ranks, ``stable`` makes programmes in which nothing changes that need not, and
``differences`` says what changed for whom.

The proof of a least change: ``differences`` counts what cannot stay, ``least`` what gives way to items at new times.
``agendas`` reckons with one person's day, ``tours`` and ``dayparts`` with what groups can do, ``cover`` chooses the
tours; ``seating`` and ``regroup`` make a programme of them.
"""
