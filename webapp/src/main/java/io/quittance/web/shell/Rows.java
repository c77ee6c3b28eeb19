package io.quittance.web.shell;

import io.quittance.Page;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list's rows, a page at a time straight from its boundary: one call per page shown, nothing kept between them.
 *
 * @param <S> the list's own sort keys; a column names its key as its field
 */
public final class Rows<T, S extends Enum<S>> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<Page.Request<S>, Page<T>> source;
    private final S firstSort;
    private final boolean firstAscending;
    private S lastSort;
    private boolean lastAscending;
    private boolean more;

    public Rows(S firstSort, boolean firstAscending, Function<Page.Request<S>, Page<T>> source) {
        this.firstSort = firstSort;
        this.firstAscending = firstAscending;
        this.source = source;
        lastSort = firstSort;
        lastAscending = firstAscending;
        setRowCount(1);
    }

    /** The count comes with each page; asking for it alone would read everything twice. */
    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return Math.max(getRowCount(), 1);
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        S sort = firstSort;
        boolean ascending = firstAscending;
        for (SortMeta chosen : sortBy.values()) {
            if (chosen.isActive()) {
                sort = Enum.valueOf(firstSort.getDeclaringClass(), chosen.getField());
                ascending = chosen.getOrder().isAscending();
            }
        }
        lastSort = sort;
        lastAscending = ascending;
        Page<T> page = source.apply(new Page.Request<>(first, pageSize, sort, ascending));
        more = page.more();
        setRowCount(Math.toIntExact(Math.min(page.total(), Integer.MAX_VALUE)));
        return page.rows();
    }

    /** By what the page shown last was ordered. */
    public S lastSort() {
        return lastSort;
    }

    public boolean isLastAscending() {
        return lastAscending;
    }

    /** Whether there are more rows than were counted. */
    public boolean isMore() {
        return more;
    }
}
