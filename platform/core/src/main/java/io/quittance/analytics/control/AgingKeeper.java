package io.quittance.analytics.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/** Brings the kept sums up to an epoch that is complete, or makes them again. */
@ApplicationScoped
public class AgingKeeper {

    private static final int TRIES = 10;

    @Inject
    AgingRows rows;
    @Inject
    AgingCells cells;
    @Inject
    Aging aging;

    /** @param complete every posting up to this epoch has been committed */
    public void advance(long complete) {
        long watermark = rows.take();
        if (watermark == AgingRows.NOTHING) {
            build(complete);
        } else if (watermark < complete) {
            rows.add(cells.between(watermark, complete));
            rows.raise(complete);
        }
    }

    public void rebuild(long complete) {
        rows.take();
        rows.forget();
        build(complete);
    }

    /** Empty when somebody posted each time while we read: the two were read one after the other. */
    public Optional<Boolean> isRight(LocalDate today) {
        long watermark = rows.take();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            long before = rows.postedAfter(watermark);
            boolean same = aging.of(today, today).equals(aging.recomputed(today, today));
            if (rows.postedAfter(watermark) == before) {
                return Optional.of(same);
            }
        }
        return Optional.empty();
    }

    private void build(long complete) {
        AgingCells.Slice slice = cells.next(0);
        rows.add(cells.of(slice, complete));
        while (slice.last() < Long.MAX_VALUE) {
            slice = cells.next(slice.last());
            rows.add(cells.of(slice, complete));
        }
        rows.raise(complete);
    }
}
