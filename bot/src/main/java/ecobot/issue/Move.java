package ecobot.issue;

/** What can be done to an issue. Which move leads where, and who may make it, is data: {@code templates/issue/moves.yml}. */
public enum Move {
    /** 上报: the issue comes into being. */
    REPORT,
    /** 交办: given to the unit that answers for it. */
    ASSIGN,
    /** 签收: the unit takes it. */
    ACCEPT,
    /** 退回: not this unit's. */
    RETURN,
    /** 转办: given to another unit. */
    REROUTE,
    /** 认定不属实: not true, or nothing to be done. */
    REJECT,
    /** 整改: the unit says that it is done. */
    SUBMIT,
    /** 核查退回: it is not. */
    SEND_BACK,
    /** 核查通过: it is; closes the issue. */
    VERIFY,
    /** 申请延期. */
    ASK_EXTENSION,
    /** 同意延期. */
    GRANT_EXTENSION,
    /** 不同意延期. */
    REFUSE_EXTENSION,
    /** 重开: closed too early. */
    REOPEN,
    /** 回头看通过. */
    RECHECK_PASS,
    /** 回头看不通过: opens it again. */
    RECHECK_FAIL,
    /** 并入: reported once more; its words and photos are added. */
    JOIN,
    /** 并案: goes on in another issue. */
    MERGE,
    /** 拆分: one issue for each unit. */
    SPLIT,
    /** 随子件销号: the last of the issues that it was split into was closed. */
    CLOSE_WITH_CHILDREN,
    /** 随子件重开: one of them was opened again. */
    RESUME_WITH_CHILD,
    /** 补图: photos are added. */
    ADD_PHOTO,
    /** 催办. */
    NUDGE,
    /** 记下地点: where a photo was taken, as nobody had said it. Not in the table. */
    LOCATE,
    /** 撤回: taken back by its reporter. */
    WITHDRAW,
    /** 撤销: whoever made the last move takes it back, to the state before. Not in the table. */
    TAKE_BACK,
    /** 期限调整: the calendar changed, and the date with it. */
    REDATED
}
