package ecobot.dingtalk;

import java.util.concurrent.CompletableFuture;

/** What is done with frames that carry something. */
interface FrameReceiver {

    /**
     * Takes a frame that is not of the link's own housekeeping.
     *
     * @return the answer; it completes once the frame's content is durable, in any order
     */
    CompletableFuture<Ack> receive(Frame frame);
}
