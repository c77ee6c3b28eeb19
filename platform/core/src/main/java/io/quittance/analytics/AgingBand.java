package io.quittance.analytics;

/** How long a claim has been due. The due day itself is not past due. */
public enum AgingBand {
    NOT_DUE(Long.MIN_VALUE),
    DAYS_1_TO_30(1),
    DAYS_31_TO_60(31),
    DAYS_61_TO_90(61),
    DAYS_OVER_90(91);

    private final long firstDay;

    AgingBand(long firstDay) {
        this.firstDay = firstDay;
    }

    /** @param daysPastDue civil days since the due day; negative or zero when not past due */
    public static AgingBand of(long daysPastDue) {
        AgingBand found = NOT_DUE;
        for (AgingBand band : values()) {
            if (daysPastDue >= band.firstDay) {
                found = band;
            }
        }
        return found;
    }
}
