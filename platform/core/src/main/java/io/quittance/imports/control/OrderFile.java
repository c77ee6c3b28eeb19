package io.quittance.imports.control;

import io.quittance.Currencies;
import io.quittance.Fault;
import io.quittance.imports.CharacterSet;
import io.quittance.imports.DateStyle;
import io.quittance.imports.DecimalSign;
import io.quittance.imports.Delimiter;
import io.quittance.imports.FileFault;
import io.quittance.imports.FileFormat;
import io.quittance.imports.RowFault;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelSettings;
import io.quittance.order.OrderReader;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads orders from CSV and XLSX, by files or as attachments of mail. How a file is to be read stands in the options of its channel's
 * account, under the names of {@link FileFormat}'s parts; {@code column.reference} and its like name headers of the file's own.
 */
@ApplicationScoped
public class OrderFile implements OrderReader {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String COLUMN = "column.";

    private ImportColumns columns;

    protected OrderFile() {
    }

    @Inject
    public OrderFile(ImportColumns columns) {
        this.columns = columns;
    }

    @Override
    public boolean reads(ChannelAccount account, Payload payload) {
        boolean ours = account.kind() == ChannelKind.FILE || account.kind() == ChannelKind.MAIL;
        return ours && (isCsv(payload) || isXlsx(payload));
    }

    private static boolean isCsv(Payload payload) {
        return payload.mediaType().equals(CSV) || payload.name().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static boolean isXlsx(Payload payload) {
        return payload.mediaType().equals(XLSX) || payload.name().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    @Override
    public ReadOutcome read(ChannelAccount account, Payload payload) {
        FileFormat format = format(account.settings());
        try {
            CsvTable table = isXlsx(payload) ? new XlsxTable(format).read(payload.body())
                    : CsvTable.read(FileText.read(payload.body(), format.characters()), format.delimiter());
            return read(table, ColumnMap.of(table.header(), columns.ofOrders(), format.columns()), format);
        } catch (UnreadableFile unreadable) {
            return new ReadOutcome.Unreadable(List.of(fault(unreadable.fault(), payload.name())));
        }
    }

    private static ReadOutcome read(CsvTable table, ColumnMap map, FileFormat format) {
        Map<String, List<OrderRowReader.Row>> orders = new LinkedHashMap<>();
        Map<String, List<Fault>> broken = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        OrderRowReader reader = new OrderRowReader(format.currency());
        for (CsvTable.Line line : table.lines()) {
            Cells cells = new Cells(line, map, format);
            OrderRowReader.Row row = reader.read(cells);
            List<Fault> own = cells.faults().stream().map(fault -> fault(fault, line.number())).toList();
            faults.addAll(own);
            // an order of which one row is broken is broken as a whole: half of it must not be invoiced
            if (!own.isEmpty()) {
                broken.computeIfAbsent(row.reference(), reference -> new ArrayList<>()).addAll(own);
            }
            orders.computeIfAbsent(row.reference(), reference -> new ArrayList<>()).add(row);
        }
        List<CanonicalOrder> good = orders.entrySet().stream().filter(order -> !broken.containsKey(order.getKey()))
                .map(order -> OrderRowReader.order(order.getKey(), order.getValue())).toList();
        return good.isEmpty() ? new ReadOutcome.Unreadable(faults) : new ReadOutcome.Read(good, faults);
    }

    private static Fault fault(RowFault fault, int line) {
        List<Object> details = new ArrayList<>(List.of(fault.value()));
        details.addAll(fault.details());
        return Fault.of("row[" + line + "]" + (fault.column().isEmpty() ? "" : "." + fault.column()), fault.value(),
                "import.row." + fault.reason(), details.toArray());
    }

    private static Fault fault(FileFault fault, String name) {
        return Fault.of("", name, "import.file." + fault.reason(), fault.details().toArray());
    }

    private static FileFormat format(ChannelSettings settings) {
        Map<String, String> mapping = new HashMap<>();
        settings.options().forEach((key, value) -> {
            if (key.startsWith(COLUMN) && !value.isBlank()) {
                mapping.put(key.substring(COLUMN.length()), value);
            }
        });
        return new FileFormat(choice(settings, "characters", CharacterSet.class).orElse(CharacterSet.UTF_8),
                choice(settings, "delimiter", Delimiter.class), choice(settings, "dates", DateStyle.class).orElse(DateStyle.ISO),
                choice(settings, "decimals", DecimalSign.class).orElse(DecimalSign.POINT), mapping,
                Currencies.find(settings.option("currency")));
    }

    private static <E extends Enum<E>> Optional<E> choice(ChannelSettings settings, String option, Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(settings.option(option))).findFirst();
    }
}
