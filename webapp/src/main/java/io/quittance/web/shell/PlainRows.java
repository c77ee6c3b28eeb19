package io.quittance.web.shell;

import io.quittance.Page;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

import java.util.List;
import java.util.Map;

/** Rows of a list that has one order only, a page at a time straight from its boundary. */
public final class PlainRows<T> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    private final transient Source<T> source;

    /** Reads one page. */
    @FunctionalInterface
    public interface Source<T> {

        Page<T> page(int offset, int limit);
    }

    public PlainRows(Source<T> source) {
        this.source = source;
        setRowCount(1);
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return Math.max(getRowCount(), 1);
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        Page<T> page = source.page(first, pageSize);
        setRowCount(Math.toIntExact(Math.min(page.total(), Integer.MAX_VALUE)));
        return page.rows();
    }
}
