package io.quittance.imports.control;

import io.quittance.imports.BrokenRow;
import io.quittance.imports.FileFormat;
import io.quittance.imports.ImportColumn;
import io.quittance.imports.ImportReport;
import io.quittance.imports.ImportRequest;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Reads a file and brings its faultless rows into the books, within the unit of work of the caller. */
@ApplicationScoped
public class FileImport {

    @Inject
    ImportColumns columns;
    @Inject
    CustomerIntake customers;
    @Inject
    InvoiceIntake invoices;
    @Inject
    PaymentHistory payments;
    @Inject
    ItemIntake items;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    public ImportReport bring(ImportRequest request) throws UnreadableFile {
        LocalDate today = tenant.get().today(clock);
        return switch (request.kind()) {
            case CUSTOMERS -> bring(request, new CustomerRowReader(), customers::bring);
            case INVOICES -> bring(request,
                    new InvoiceRowReader(request.format().currency().orElse(tenant.get().currency()), today), invoices::bring);
            case PAYMENTS -> bring(request, new PaymentRowReader(today), payments::bring);
            case ITEMS -> bring(request,
                    new ItemRowReader(request.format().currency().orElse(tenant.get().currency())), items::bring);
        };
    }

    private <C> ImportReport bring(ImportRequest request, RowReader<C> reader, Function<List<ReadFile.Good<C>>, Brought> books)
            throws UnreadableFile {
        FileFormat format = request.format();
        List<ImportColumn> known = columns.of(request.kind());
        ReadFile<C> file = ReadFile.of(request.content(), format, known, reader);
        Brought brought = books.apply(file.good());
        List<BrokenRow> broken = new ArrayList<>(file.broken());
        broken.addAll(brought.broken());
        broken.sort(Comparator.comparingInt(BrokenRow::line));
        return new ImportReport(request.kind(), file.table().lines().size(), brought.good(), brought.newCustomers(), brought.totals(),
                file.columns().ignored(), file.table().header(), broken);
    }
}
