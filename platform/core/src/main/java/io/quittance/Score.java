package io.quittance;

/**
 * How sure something is.
 *
 * @param basisPoints 0 is impossible, {@value #CERTAIN} certain
 */
public record Score(int basisPoints) implements Comparable<Score> {

    public static final int CERTAIN = 10_000;

    public Score {
        if (basisPoints < 0 || basisPoints > CERTAIN) {
            throw new IllegalArgumentException("a score is 0 to " + CERTAIN + " basis points but is " + basisPoints);
        }
    }

    public boolean reaches(Score threshold) {
        return compareTo(threshold) >= 0;
    }

    @Override
    public int compareTo(Score other) {
        return Integer.compare(basisPoints, other.basisPoints);
    }
}
