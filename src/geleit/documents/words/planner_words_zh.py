"""What the planner says, in Chinese: what is wrong with a programme, and why something found no place.

Of several wordings for one code the first is used whose facts are all known.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.items import RuleKind
from geleit.domain.programme import ReasonCode
from geleit.domain.violations import ViolationCode as Code

VIOLATIONS: Final[Mapping[Code, tuple[str, ...]]] = MappingProxyType(
    {
        # H0, form
        Code.UNKNOWN_ID: ("日程中的“{detail}”在行程文件中不存在。",),
        Code.DUPLICATE: ("“{detail}”在日程中重复出现。",),
        Code.NAIVE_TIME: ("时间缺少时区：{detail}。",),
        Code.BACKWARDS: (
            "{item}的开始时间为{time}，结束时间为{end}。",
            "{groups}：从{place}到{place2}的行程{time}出发，{end}到达。",
            "{leg}：{time}出发，{end}抵达。",
            "{meal}：{time}开始，{end}结束。",
        ),
        Code.WRONG_PLACE: ("日程中{item}的地点为{place}，接待方的地点为{place2}。",),
        Code.OTHER_TRIP: ("该日程属于行程“{detail}”，而非本次行程。",),
        Code.PLACED_AND_UNPLACED: ("{item}已安排，却同时列在未安排项目中。",),
        Code.MUST_MISSING: ("{item}为必办项目，但尚未安排。",),
        Code.VALUE_MISMATCH: ("{detail}：日程标注为{wanted}，核算结果为{available}。",),
        # H1, windows
        Code.OUTSIDE_WINDOW: (
            "{item}，{span}：最近的可行时间为{bound}。",
            "{item}，{span}：没有可行时间。",
        ),
        Code.DURATION: ("{item}：应为{wanted_min}，实际安排{available_min}。",),
        # H2, stations
        Code.NOT_AT_STATION: (
            "{item}，{span}：代表团当时不在{station}，在该站的时间为{bound}。",
            "{item}，{span}：代表团当时不在{station}。",
        ),
        Code.OVERNIGHT: ("{place}：{time}结束，{end_time}才离开，而非当天。涉及：{people}。",),
        # H3, places and ways
        Code.TWO_PLACES: (
            "{item}与{other}重叠{available_min}：{people}。",
            "{item}与{leg}重叠{available_min}：{people}。",
            "{leg}与{groups}的行程重叠{available_min}：{people}。",
            "{leg}与{leg2}重叠{available_min}：{people}。",
            "两段行程（{groups}）重叠{available_min}，{span}：{people}。",
        ),
        Code.TOO_TIGHT: ("{item}与{other}之间需要{wanted_min}，仅有{available_min}。涉及：{people}。",),
        Code.ARRIVES_LATE: (
            "{groups}迟到{late_min}：{item}。涉及：{people}。",
            "{groups}提前{available_min}到达，需要提前{wanted_min}：{item}。涉及：{people}。",
        ),
        Code.LEAVES_EARLY: (
            "{groups}在结束前{late_min}离开：{item}。涉及：{people}。",
            "{groups}在结束后{available_min}离开，需要{wanted_min}：{item}。涉及：{people}。",
        ),
        Code.TRAVEL_TOO_SHORT: (
            "{groups}，{place}至{place2}：需要{wanted_min}，仅安排{available_min}（{span}）。",
        ),
        Code.ABSENT: (
            "{item}，{span}：仅在{bound}随团：{people}。",
            "{place}至{place2}的行程，{span}：仅在{bound}随团：{people}。",
            "{meal}，{span}：仅在{bound}随团：{people}。",
        ),
        # H4, hosts
        Code.TOO_FEW: ("{item}：接待方要求至少{wanted_people}，目前安排{available_people}。",),
        Code.TOO_MANY: ("{item}：接待方最多接待{available_people}，目前安排{wanted_people}。",),
        Code.TOO_MANY_SESSIONS: ("{item}：接待方提供{available}场，目前安排{wanted}场。",),
        Code.TWICE: ("{item}：安排了{wanted}场，应为1场：{people}。",),
        Code.ROLE: ("{item}仅面向{roles}，不含{people}。",),
        # H5, groups and movement
        Code.NOT_CARRIED: (
            "{item}之前没有从{place}到{place2}的接送：{people}。",
            "{leg}之前没有从{place}到{place2}的接送：{people}。",
            "没有从{place}到{place2}的接送（{time}）：{people}。",
        ),
        Code.SEATS: ("{groups}，{span}：{wanted_people}，{available}个座位。",),
        Code.NO_GROUP_PART: ("{groups}，{when}：安排了接送，但组内无人。",),
        Code.NOT_A_MEMBER: ("{groups}，{when}：随车但不属于该组：{people}。",),
        Code.TWO_GROUPS: ("{when}：同时属于多个小组（{groups}）：{people}。",),
        Code.GROUP_TWICE: ("{groups}在日程中重复出现：{when}。",),
        Code.TOUR_BROKEN: ("{groups}，{when}：缺少从{place}到{place2}的接送。",),
        Code.TRANSFERS_OVERLAP: ("{groups}：下一段行程{time}出发，上一段{end}才结束。",),
        Code.CHANGED_AWAY: ("途中换组（{groups}），{place}，{time}：{people}。只能在酒店换组。",),
        Code.NOT_IN_GROUP: (
            "{item}：不属于前往的小组（{groups}）：{people}。",
            "{item}：没有小组前往。已安排：{people}。",
        ),
        Code.GROUP_WITHOUT_PEOPLE: ("{item}：列有{groups}，但该组无人参加。",),
        Code.MEMBER_ABSENT: ("{groups}，{when}：仅在{bound}随团：{people}。",),
        # H6, required people
        Code.HEAD_MISSING: ("{item}，{span}：代表团团长未参加。",),
        Code.REQUIRED_MISSING: ("{item}，{span}：必须参加但未安排：{people}。",),
        Code.INTERPRETER_MISSING: ("{item}：与接待方无共同语言且无翻译：{people}。",),
        Code.GUIDE_MISSING: ("{groups}，{span}：行程无领队。",),
        Code.GUIDE_UNFIT: ("{groups}，{when}：{people}不能担任领队。",),
        # H7, pins
        Code.PIN_TIME: ("{item}已锁定在{bound_time}，但未安排在该时间。",),
        Code.PIN_DAY: ("{item}已锁定在{day}，但安排在{time}。",),
        Code.PIN_PART: ("{item}已锁定（{when}），但安排在{time}。",),
        Code.PIN_GROUP: ("{item}已锁定为仅{groups}参加，但{time}的安排不符。",),
        Code.PIN_ATTENDEE: ("{people}已锁定参加{item}，但未安排。",),
        Code.PIN_ABSENT: ("{people}不应参加{item}，但已被安排。",),
        Code.PIN_DROPPED: ("{item}应取消，但已安排（{time}）。",),
        Code.SLOT_MOVED: ("{item}安排在{time}；接待方确认的时间为{bound_start}。",),
        Code.SLOT_MISSING: ("{item}已确认在{bound_time}，但未安排。",),
        # H8, rules between items
        Code.ORDER: (
            "{item}应在{other}之前结束，实际在其开始{late_min}后才结束。",
            "{item}与{other}之间应间隔{wanted_min}，实际为{available_min}。",
        ),
        Code.AT_MOST_ONE: ("下列项目最多安排一项，目前安排了{wanted}项：{items}。",),
        Code.SAME_TIME: ("{item}与{other}应同时开始：前者{time}，后者{bound_start}。",),
        Code.TOGETHER: ("下列项目须全部安排或全部取消：{wanted}项中已安排{available}项（{items}）。",),
        Code.NOT_EVERYONE: ("{item}面向全体成员：应到{wanted}人，已安排{available}人。缺：{people}。",),
        # H9, days, meals, legs
        Code.DAY_STARTS_EARLY: (
            "{item}：{time}开始，当日安排从{bound_start}起。",
            "{groups}：{time}出发，当日安排从{bound_start}起。",
        ),
        Code.DAY_ENDS_LATE: (
            "{item}：{end_time}结束，当日安排到{bound_end}为止。",
            "{groups}：{end_time}到达，当日安排到{bound_end}为止。",
        ),
        Code.NO_MEAL: ("{day}{meal}：需要{wanted_min}，连续空闲最多{available_min}。涉及：{people}。",),
        Code.MEAL_BREAK_SHORT: (
            "{meal}，{span}：需要{wanted_min}，在用餐时段（{bound}）内仅有{available_min}。",
        ),
        Code.MEAL_BREAK_TAKEN: (
            "{meal}，{span}：同时安排了{item}（{bound}）。涉及：{people}。",
            "{meal}，{span}：{groups}同时在途（{bound}）。涉及：{people}。",
            "{meal}，{span}：与城际行程重叠（{bound}）。涉及：{people}。",
        ),
        Code.MEAL_BREAK_ELSEWHERE: ("{meal}，{span}：地点为{place}，当时却在{place2}：{people}。",),
        Code.REST: ("{day}前夜：应休息{wanted_min}，仅有{available_min}。涉及：{people}。",),
        Code.ARRIVAL_REST: ("抵达后（{leg}）：应休息{wanted_min}，仅有{available_min}。涉及：{people}。",),
        Code.TRANSFER_TOO_LONG: ("{groups}，{place}至{place2}：车程{wanted_min}，最多允许{available_min}。",),
        Code.LEG_MISSING: ("{leg}尚无时间。",),
        Code.LEG_WINDOW: ("{leg}：{time}出发，可选时间为{bound}。",),
        Code.LEG_DURATION: ("{leg}：需要{wanted_min}，安排了{available_min}。",),
        Code.LEG_ORDER: ("{leg2}于{time}出发，而{leg}在{end}才结束。",),
        # H10 to H12
        Code.CLOSED_DAY: ("{item}，{day}：非工作日（{reason}）。", "{item}，{day}：非工作日。"),
        Code.NOT_ON_LIST: ("{item}：名单已截止，以下人员不在名单上：{people}。",),
        Code.STATUS: ("{item}已安排，但{status}。",),
    }
)

REASONS: Final[Mapping[ReasonCode, tuple[str, ...]]] = MappingProxyType(
    {
        ReasonCode.STATUS: (
            "{status}。",
            "接待方未确认。",
        ),
        ReasonCode.NO_WINDOW: (
            "需要{wanted_min}，接待方最长的空档为{available_min}。",
            "接待方没有合适的时间。",
        ),
        ReasonCode.CLOSED_DAY: (
            "{day}：不开放（{reason}）。",
            "接待方的时间均在节假日或周末。",
        ),
        ReasonCode.NOT_AT_STATION: (
            "接待方的时间段内代表团不在{station}。",
            "接待方的时间段内代表团在其他地点。",
        ),
        ReasonCode.UNREACHABLE: (
            "路程需要{wanted_min}，最多允许{available_min}。",
            "往返路程无法在一天内完成。",
        ),
        ReasonCode.NO_GROUP_FREE: (
            "{when}：全部{available}个小组均已有安排（{others}）。",
            "{when}：没有空闲的小组。",
            "没有空闲的小组。",
        ),
        ReasonCode.CLASH: (
            "{when}：{people}当时参加{others}。",
            "{when}：与{others}时间冲突。",
            "与{others}时间冲突。",
            "所有时段均已有其他安排。",
        ),
        ReasonCode.MIN_PEOPLE: (
            "接待方要求至少{wanted}人，可参加{available}人。",
            "可参加人数少于接待方要求。",
        ),
        ReasonCode.CAP: (
            "接待方的{available}个名额已满。",
            "接待方名额已满。",
        ),
        ReasonCode.REQUIRED_PERSON: (
            "该项目仅面向{roles}。",
            "{when}：必须参加的{people}无法到场。",
            "必须参加的{people}无法到场。",
            "必须参加的人员无法到场。",
        ),
        ReasonCode.INTERPRETER: (
            "没有翻译可为{people}服务。",
            "缺少翻译。",
        ),
        ReasonCode.RULE: (
            "行程规则：{rule}（{items}）。",
            "与行程规则冲突（{items}）。",
            "与行程规则冲突。",
        ),
        ReasonCode.PIN: (
            "与锁定冲突（{others}）。",
            "与锁定冲突。",
        ),
        ReasonCode.LOST_OUT: (
            "{when}：已优先安排{others}。",
            "时间已优先安排{others}。",
            "{when}：投入大于收益。",
            "其他项目对代表团更有价值。",
        ),
        ReasonCode.ABSENT: (
            "{people}当时不随团。",
            "应参加人员当时不随团。",
        ),
        ReasonCode.NAME_LIST: (
            "名单已截止，以下人员不在名单上：{people}。",
            "名单已截止。",
        ),
        ReasonCode.MEAL: (
            "{day}：用餐需要{wanted_min}，仅剩{available_min}。",
            "将没有用餐时间。",
        ),
        ReasonCode.REST: (
            "{day}：应休息{wanted_min}，仅剩{available_min}。",
            "休息时间将过短。",
        ),
        ReasonCode.FRAME: (
            "需要{wanted_min}，当日仅剩{available_min}。",
            "超出行程规定的每日时段。",
        ),
    }
)

RULES: Final[Mapping[RuleKind, str]] = MappingProxyType(
    {
        RuleKind.BEFORE: "须按此顺序",
        RuleKind.AT_MOST_ONE: "最多安排其一",
        RuleKind.SAME_TIME: "须同时进行",
        RuleKind.TOGETHER: "须全部安排或全部取消",
    }
)
