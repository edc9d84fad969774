package ecobot.deadline;

/** 来源: how the bureau came to know. Decides the default deadline. Where words fit several, the first of these counts. */
public enum Source {
    /** 巡查. */
    PATROL,
    /** 督查在线. */
    SUPERVISION,
    /** 上级交办, also of petitions that an inspection sends on: its deadline is the shorter one. */
    SUPERIOR,
    /** 信访. */
    PETITION,
    /** 12345 热线. */
    HOTLINE,
    /** 在线监控. */
    MONITORING,
    /** 群众举报. */
    PUBLIC,
    /** 线索核查. */
    LEAD
}
