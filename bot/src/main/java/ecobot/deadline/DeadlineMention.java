package ecobot.deadline;

import ecobot.deadline.Means.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Words for a deadline.
 *
 * @param from where the words around it begin that belong to it, such as 限期
 * @param to where they end, such as 整改完成
 * @param time of day that was named; null when none was
 * @param marked whether a word such as 内 or 前 says that it is one
 */
public record DeadlineMention(
        int start,
        int end,
        int from,
        int to,
        Means means,
        Numbers numbers,
        @Nullable TypedTime time,
        boolean marked) {

    DeadlineMention within(int outerFrom, int outerTo) {
        return new DeadlineMention(start, end, outerFrom, outerTo, means, numbers, time, marked);
    }
}
