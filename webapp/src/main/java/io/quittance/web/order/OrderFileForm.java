package io.quittance.web.order;

import io.quittance.imports.CharacterSet;
import io.quittance.imports.DateStyle;
import io.quittance.imports.DecimalSign;
import io.quittance.imports.Delimiter;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelOutcome;
import io.quittance.order.ChannelSettings;
import io.quittance.order.Payload;
import io.quittance.order.Receipt;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderIntake;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How an account's files are written, and a file handed in by hand. */
@Named("orderFile")
@ViewScoped
public class OrderFileForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String COLUMN = "column.";
    private static final List<String> FORMAT = List.of("dates", "decimals", "characters", "delimiter", "currency");

    @Inject
    transient OrderChannelPage page;

    @Inject
    transient Channels channels;

    @Inject
    transient OrderIntake intake;

    @Inject
    transient Say say;

    private transient Part file;
    private TreeMap<String, String> options;
    private String columns;

    /** Whether the account's files have columns. */
    public boolean isTable() {
        return account().kind() == ChannelKind.FILE || account().kind() == ChannelKind.MAIL;
    }

    /** Whether files may be handed in by hand. */
    public boolean isTaken() {
        return account().active() && (account().kind() == ChannelKind.FILE || account().kind() == ChannelKind.E_INVOICE);
    }

    public void save() {
        ChannelSettings before = account().settings();
        Map<String, String> all = new TreeMap<>(before.options());
        all.keySet().removeIf(key -> key.startsWith(COLUMN) || FORMAT.contains(key));
        getOptions().entrySet().stream().filter(option -> FORMAT.contains(option.getKey()) && option.getValue() != null
                && !option.getValue().isBlank()).forEach(option -> all.put(option.getKey(), option.getValue()));
        for (String line : getColumns().lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            int equals = line.indexOf('=');
            if (equals < 1 || equals == line.length() - 1) {
                say.wrong("format:columns", say.text("channel.columns.wrong", line));
                return;
            }
            all.put(COLUMN + line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
        ChannelSettings changed = new ChannelSettings(before.name(), before.acceptance(), before.zone(), before.unknownBuyers(), all);
        switch (channels.change(account().id(), changed)) {
            case ChannelOutcome.Saved saved -> {
                page.refresh();
                say.done("channel.saved");
            }
            case ChannelOutcome.Refused refused -> say.faults(refused.faults(), field -> "format:columns");
            case ChannelOutcome.Unknown gone -> say.refused("error.gone");
        }
    }

    public void upload() {
        if (file == null || file.getSize() == 0) {
            say.wrong("upload:file", say.text("imports.file.missing"));
            return;
        }
        try (InputStream in = file.getInputStream()) {
            String type = file.getContentType() == null ? "" : file.getContentType().split(";")[0].strip().toLowerCase(Locale.ROOT);
            show(intake.receive(account().id(), new Payload(type, file.getSubmittedFileName(), in.readNBytes(Payload.MOST_BYTES + 1))));
        } catch (IOException broken) {
            say.wrong("upload:file", say.text("imports.file.broken", broken.getMessage()));
        }
    }

    private void show(Receipt receipt) {
        switch (receipt) {
            case Receipt.Kept kept -> say.done("channel.upload.kept", kept.entries().size());
            case Receipt.Repeated repeated -> say.refused("channel.upload.repeated", repeated.entries().size());
            case Receipt.TooLarge large -> say.wrong("upload:file", say.text("imports.file.tooLarge", large.most() / 1024 / 1024));
            case Receipt.NoSuchChannel gone -> say.refused("error.gone");
        }
    }

    private ChannelAccount account() {
        return page.getAccount();
    }

    /** How files are written, by the names of the account's options. */
    public Map<String, String> getOptions() {
        if (options == null) {
            options = new TreeMap<>(account().settings().options());
        }
        return options;
    }

    /** A column a line: our name = the file's header. */
    public String getColumns() {
        if (columns == null) {
            columns = account().settings().options().entrySet().stream().filter(option -> option.getKey().startsWith(COLUMN))
                    .map(option -> option.getKey().substring(COLUMN.length()) + " = " + option.getValue()).sorted()
                    .collect(Collectors.joining("\n"));
        }
        return columns;
    }

    public void setColumns(String columns) {
        this.columns = columns == null ? "" : columns;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public DateStyle[] getDateStyles() {
        return DateStyle.values();
    }

    public DecimalSign[] getDecimalSigns() {
        return DecimalSign.values();
    }

    public CharacterSet[] getCharacterSets() {
        return CharacterSet.values();
    }

    public Delimiter[] getDelimiters() {
        return Delimiter.values();
    }
}
