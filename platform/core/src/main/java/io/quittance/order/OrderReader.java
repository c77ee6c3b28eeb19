package io.quittance.order;

/**
 * Understands the payloads of one kind of channel. Implemented as CDI beans by whatever feature knows the format; holds no state of
 * a tenant, asks nobody and judges nothing: the same bytes read again come to the same, so that payloads can be replayed.
 */
public interface OrderReader {

    /** Whether it is the one to read that; at most one reader says yes to a payload. May look at its first bytes. */
    boolean reads(ChannelAccount account, Payload payload);

    /** Never throws for what a stranger wrote: that is {@link ReadOutcome.Unreadable}. */
    ReadOutcome read(ChannelAccount account, Payload payload);
}
