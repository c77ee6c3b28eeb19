package io.quittance.imports.control;

import io.quittance.imports.DecimalSign;
import io.quittance.imports.FileFault.Reason;
import io.quittance.imports.FileFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first sheet of a spreadsheet as the table that a CSV file of the same rows and format would be. What is shown is not looked at:
 * numbers are taken with the 15 digits that the program which wrote them vouches for, days as days, formulas by their last result.
 *
 * @see "ECMA-376, part 1, 18.3.1.4 (c) and 18.18.11 (ST_CellType)"
 */
final class XlsxTable {

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LONGEST_NUMBER = 40;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private final FileFormat format;

    XlsxTable(FileFormat format) {
        this.format = format;
    }

    CsvTable read(byte[] bytes) throws UnreadableFile {
        try {
            XlsxParts parts = XlsxParts.of(bytes);
            List<CsvTable.Line> lines = lines(parts);
            if (lines.size() < 2) {
                throw new UnreadableFile(Reason.NO_ROWS);
            }
            List<String> header = lines.getFirst().cells().stream().map(String::strip).toList();
            int width = header.size();
            return new CsvTable(header, lines.subList(1, lines.size()).stream()
                    .map(line -> new CsvTable.Line(line.number(), filled(line.cells(), width))).toList());
        } catch (XMLStreamException | NumberFormatException broken) {
            throw new UnreadableFile(Reason.NOT_TEXT, "XLSX: " + broken.getMessage());
        }
    }

    /** Cells at the end of a row that are empty are not in the file. */
    private static List<String> filled(List<String> cells, int width) {
        List<String> all = new ArrayList<>(cells);
        while (all.size() < width) {
            all.add("");
        }
        while (all.size() > width && all.getLast().isBlank()) {
            all.removeLast();
        }
        return List.copyOf(all);
    }

    private List<CsvTable.Line> lines(XlsxParts parts) throws XMLStreamException, UnreadableFile {
        List<CsvTable.Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        XMLStreamReader xml = parts.sheet();
        int number = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
                String said = xml.getAttributeValue(null, "r");
                number = said == null ? number + 1 : Integer.parseInt(said);
                cells = new ArrayList<>();
            } else if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                cell(xml, parts, cells);
            } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")
                    && cells.stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(new CsvTable.Line(number, List.copyOf(cells)));
                if (lines.size() > ImportLimits.MOST_ROWS) {
                    throw new UnreadableFile(Reason.TOO_MANY_ROWS, ImportLimits.MOST_ROWS);
                }
            }
        }
        return lines;
    }

    private void cell(XMLStreamReader xml, XlsxParts parts, List<String> cells) throws XMLStreamException, UnreadableFile {
        String place = xml.getAttributeValue(null, "r");
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        int column = place == null ? cells.size() : column(place);
        if (column >= ImportLimits.MOST_COLUMNS) {
            throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, ImportLimits.MOST_COLUMNS);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        StringBuilder value = new StringBuilder();
        StringBuilder inline = new StringBuilder();
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("v")) {
                value.append(xml.getElementText());
            } else if (xml.isStartElement() && xml.getLocalName().equals("t")) {
                inline.append(xml.getElementText());
            }
        }
        cells.set(column, text(type == null ? "n" : type, value.toString(), inline.toString(), style, parts));
    }

    private String text(String type, String value, String inline, String style, XlsxParts parts) throws UnreadableFile {
        return switch (type) {
            case "s" -> value.isEmpty() ? "" : parts.shared(Integer.parseInt(value));
            case "inlineStr" -> inline;
            case "str" -> value;
            case "b" -> value.equals("1") ? "yes" : "no";
            case "d" -> value.length() >= 10 ? format.dates().write(day(value)) : value;
            case "e" -> throw new UnreadableFile(Reason.NOT_TEXT, "XLSX, " + value);
            default -> value.isBlank() || value.length() > LONGEST_NUMBER ? value
                    : number(new BigDecimal(value.strip()), parts.isDay(style), parts.from1904());
        };
    }

    private String number(BigDecimal value, boolean day, boolean from1904) {
        if (day && value.signum() >= 0 && value.compareTo(LAST_DAY) <= 0) {
            return format.dates().write((from1904 ? EPOCH_1904 : EPOCH_1900).plusDays(value.longValue()));
        }
        BigDecimal vouched = value.round(DIGITS).stripTrailingZeros();
        String plain = vouched.scale() > 20 || vouched.precision() - vouched.scale() > 20 ? value.toString() : vouched.toPlainString();
        return format.decimals() == DecimalSign.COMMA ? plain.replace('.', ',') : plain;
    }

    private static LocalDate day(String value) throws UnreadableFile {
        try {
            return LocalDate.parse(value.substring(0, 10));
        } catch (DateTimeException none) {
            throw new UnreadableFile(Reason.NOT_TEXT, "XLSX, " + value);
        }
    }

    /** {@code AB12} is column 27, counted from 0. */
    private static int column(String place) throws UnreadableFile {
        int column = 0;
        for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
            column = column * 26 + (place.charAt(i) - 'A' + 1);
            if (column > ImportLimits.MOST_COLUMNS) {
                throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, ImportLimits.MOST_COLUMNS);
            }
        }
        return Math.max(0, column - 1);
    }
}
