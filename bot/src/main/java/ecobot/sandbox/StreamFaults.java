package ecobot.sandbox;

/**
 * How the stream misbehaves until told otherwise. Set by {@code POST /sandbox/api/faults} under {@code stream}; what is not named keeps its
 * value.
 *
 * @param copies how often each frame is delivered
 * @param acrossConnections whether the copies, and a frame that is pushed again, take another connection of the client when it has one
 * @param ignoreAcks whether answers of clients are ignored, so that frames are pushed again
 * @param dropAfterFrames after how many frames a connection is dropped without a word; 0 for never
 */
record StreamFaults(int copies, boolean acrossConnections, boolean ignoreAcks, int dropAfterFrames) {

    static final StreamFaults NONE = new StreamFaults(1, false, false, 0);
}
