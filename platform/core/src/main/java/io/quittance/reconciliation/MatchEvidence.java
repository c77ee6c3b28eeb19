package io.quittance.reconciliation;

/**
 * One reason for or against a match.
 *
 * @param decibans its weight: ten times the common logarithm of how much more often it is seen where the match is right than
 *                 where it is wrong; negative where it speaks against
 * @param detail   what was seen, such as the number that the payer wrote; may be empty
 */
public record MatchEvidence(Kind kind, int decibans, String detail) {

    /** What can be seen. */
    public enum Kind {
        /** How many items it could have been, before anything was looked at. */
        PRIOR,
        /** The payer names the item by its whole number or reference. */
        REFERENCE,
        /** The payer names an item of somebody else. */
        OTHER_REFERENCE,
        /** The amount is what is open, to the cent. */
        AMOUNT,
        /** The amount is what several items of the customer come to. */
        SUM,
        /** Several transfers of the payer come to what is open together. */
        TOGETHER,
        /** Less than what is open. */
        SHORT,
        /** More than what is open. */
        OVER,
        /** The account it came from paid for this customer before. */
        ACCOUNT,
        /** The account it came from pays for somebody else. */
        OTHER_ACCOUNT,
        /** The payer is called like the customer. */
        NAME,
        /** The payer is called like another customer. */
        OTHER_NAME,
        /** It was paid before it was billed. */
        EARLY
    }
}
