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
    /** 不予受理: not true, or the same as another one. */
    REJECT,
    /** 整改: the unit says that it is done. */
    SUBMIT,
    /** 核查退回: it is not. */
    SEND_BACK,
    /** 核查通过: it is. */
    VERIFY,
    /** 销号: closed by an inspector. */
    CLOSE,
    /** 重开: closed too early, or a recheck failed. */
    REOPEN,
    /** 并入: reported once more; its words and photos are added. */
    JOIN,
    /** 撤回: taken back by its reporter. */
    WITHDRAW
}
