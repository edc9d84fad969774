package ecobot.roster;

/** What a member may do. Every member may report; the rest is given. Names in chat come from {@code templates/roster/words.yml}. */
public enum Role {
    /** 上报人: any member. */
    REPORTER,
    /** 联络员: answers for a unit. */
    LIAISON,
    /** 核查员: verifies for the bureau. */
    INSPECTOR,
    /** 领导: reads and decides. */
    MANAGER,
    /** 宣教员: publishes. */
    TRAINER,
    /** 管理员: configures. */
    ADMIN
}
