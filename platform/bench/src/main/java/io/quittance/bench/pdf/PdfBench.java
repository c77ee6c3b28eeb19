package io.quittance.bench.pdf;

import io.quittance.bench.house.House;
import io.quittance.document.boundary.InvoiceDocuments;
import io.quittance.invoice.InvoiceView;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Invoices through the product's press and through the plain library, in turns, by CPU-seconds of the process. */
public final class PdfBench {

    private static final int ROUNDS = 10;
    /** Until the compiler, whose processor time counts too, has done with both. */
    private static final int WARM_UP_ROUNDS = 4;
    private static final int COMPARED = 20;
    private static final long GOAL = 5;

    private final PrintStream out;
    private final InvoiceDocuments product;
    private final PlainPress plain;

    private PdfBench(InvoiceDocuments product, PrintStream out) throws IOException {
        this.out = out;
        this.product = product;
        this.plain = new PlainPress();
    }

    /** What was spent on how many. */
    private record Spent(long documents, long cpuNanos, long wallNanos, long bytes) {

        Spent plus(Spent more) {
            return new Spent(documents + more.documents, cpuNanos + more.cpuNanos, wallNanos + more.wallNanos, bytes + more.bytes);
        }

        String row(String name) {
            return String.format(Locale.ROOT, "  %-22s %8.1f per CPU-second %8.2f CPU-ms each %8.2f ms each %8d bytes each%n", name,
                    documents * 1e9 / cpuNanos, cpuNanos / 1e6 / documents, wallNanos / 1e6 / documents, bytes / documents);
        }
    }

    /**
     * @param invoices how many the product prints; the plain way prints a fifth as many
     * @param out      where the table goes
     */
    public static void run(int invoices, PrintStream out) throws SQLException {
        try (House house = House.open()) {
            new PdfBench(house.get(InvoiceDocuments.class), out).measure(invoices);
        } catch (IOException broken) {
            throw new UncheckedIOException("the documents cannot be compared", broken);
        }
    }

    private void measure(int invoices) throws IOException {
        List<InvoiceView> views = new ArrayList<>();
        for (int i = 0; i < Math.max(ROUNDS, invoices / ROUNDS); i++) {
            views.add(SampleInvoices.number(i));
        }
        ToIntFunction<InvoiceView> ours = view -> product.pdf(view).content().length;
        ToIntFunction<InvoiceView> theirs = view -> plain.print(product.markup(view)).length;
        compare(views.subList(0, Math.min(COMPARED, views.size())));
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            spend(views, ours);
            spend(views, theirs);
        }
        List<InvoiceView> fewer = views.subList(0, Math.max(1, views.size() / (int) GOAL));
        Spent product = new Spent(0, 0, 0, 0);
        Spent library = new Spent(0, 0, 0, 0);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean first = round % 2 == 0;
            Spent one = first ? spend(views, ours) : spend(fewer, theirs);
            Spent two = first ? spend(fewer, theirs) : spend(views, ours);
            Spent mine = first ? one : two;
            Spent other = first ? two : one;
            product = product.plus(mine);
            library = library.plus(other);
            ratios.add((double) mine.documents() / mine.cpuNanos() / ((double) other.documents() / other.cpuNanos()));
        }
        ratios.sort(null);
        out.print(library.row("plain openhtmltopdf"));
        out.print(product.row("product"));
        out.printf(Locale.ROOT, "  %-22s %8.1f times, of %d rounds the least %.1f and the most %.1f   (goal: at least %d)%n",
                "more per CPU-second", ratios.get(ROUNDS / 2), ROUNDS, ratios.getFirst(), ratios.getLast(), GOAL);
    }

    private static Spent spend(List<InvoiceView> views, ToIntFunction<InvoiceView> press) {
        long wall = System.nanoTime();
        long cpu = cpu();
        long bytes = 0;
        for (InvoiceView view : views) {
            bytes += press.applyAsInt(view);
        }
        return new Spent(views.size(), cpu() - cpu, System.nanoTime() - wall, bytes);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Both say the same, word for word; only the order in which a page is written differs. */
    private void compare(List<InvoiceView> views) throws IOException {
        int same = 0;
        for (InvoiceView view : views) {
            same += words(product.pdf(view).content()).equals(words(plain.print(product.markup(view)))) ? 1 : 0;
        }
        out.printf(Locale.ROOT, "%d of %d invoices have the same words both ways%n", same, views.size());
    }

    private static List<String> words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Stream.of(new PDFTextStripper().getText(document).split("\\s+")).sorted().toList();
        }
    }
}
