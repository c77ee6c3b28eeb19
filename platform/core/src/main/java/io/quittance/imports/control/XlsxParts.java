package io.quittance.imports.control;

import io.quittance.imports.FileFault.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What of a spreadsheet's archive is needed, unpacked within bounds: so many entries, so many bytes, no archive inside. XML is read by
 * the JDK's own reader without document types and without anything from outside.
 */
final class XlsxParts {

    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_BYTES = 50 * 1024 * 1024;
    private static final int MOST_TEXTS = 1_000_000;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final String SHEETS = "xl/worksheets/";
    private static final XMLInputFactory XML = factory();

    private final Map<String, byte[]> entries;
    private final List<String> texts = new ArrayList<>();
    private final Set<Integer> days = new HashSet<>();
    private String sheet = "";
    private boolean from1904;

    private XlsxParts(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    static XlsxParts of(byte[] archive) throws UnreadableFile, XMLStreamException {
        XlsxParts parts = new XlsxParts(unpacked(archive));
        if (!parts.entries.containsKey(WORKBOOK)) {
            throw new UnreadableFile(Reason.NOT_TEXT, "ZIP");
        }
        parts.workbook();
        parts.texts();
        parts.styles();
        return parts;
    }

    XMLStreamReader sheet() throws XMLStreamException, UnreadableFile {
        byte[] content = entries.get(sheet);
        if (content == null) {
            throw new UnreadableFile(Reason.NO_ROWS);
        }
        return reader(content);
    }

    String shared(int position) throws UnreadableFile {
        if (position < 0 || position >= texts.size()) {
            throw new UnreadableFile(Reason.NOT_TEXT, "XLSX");
        }
        return texts.get(position);
    }

    /** @param style position of the cell's format; null for the plain one */
    boolean isDay(String style) {
        return style != null && days.contains(Integer.parseInt(style));
    }

    boolean from1904() {
        return from1904;
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws UnreadableFile {
        Map<String, byte[]> found = new HashMap<>();
        int seen = 0;
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++seen > MOST_ENTRIES) {
                    throw new UnreadableFile(Reason.TOO_LARGE, ImportLimits.MOST_BYTES);
                }
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new UnreadableFile(Reason.TOO_LARGE, ImportLimits.MOST_BYTES);
                }
                if (isNeeded(entry.getName())) {
                    found.put(entry.getName(), content);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFile(Reason.NOT_TEXT, "ZIP: " + broken.getMessage());
        }
        return found;
    }

    private static boolean isNeeded(String name) {
        return Set.of(WORKBOOK, RELATIONS, TEXTS, STYLES).contains(name) || name.startsWith(SHEETS) && name.endsWith(".xml");
    }

    /** The first sheet that is not hidden. */
    private void workbook() throws XMLStreamException {
        String relation = "";
        XMLStreamReader xml = reader(entries.get(WORKBOOK));
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                from1904 = "1".equals(xml.getAttributeValue(null, "date1904")) || "true".equals(xml.getAttributeValue(null, "date1904"));
            } else if (xml.getLocalName().equals("sheet") && relation.isEmpty() && xml.getAttributeValue(null, "state") == null) {
                relation = relation(xml);
            }
        }
        sheet = entries.containsKey(RELATIONS) ? target(relation) : SHEETS + "sheet1.xml";
    }

    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private String target(String relation) throws XMLStreamException {
        XMLStreamReader xml = reader(entries.get(RELATIONS));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && relation.equals(xml.getAttributeValue(null, "Id"))) {
                String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                return target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        }
        return SHEETS + "sheet1.xml";
    }

    private void texts() throws XMLStreamException, UnreadableFile {
        if (!entries.containsKey(TEXTS)) {
            return;
        }
        XMLStreamReader xml = reader(entries.get(TEXTS));
        StringBuilder text = new StringBuilder();
        boolean phonetic = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                phonetic |= xml.getLocalName().equals("rPh");
                if (xml.getLocalName().equals("t") && !phonetic) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("rPh")) {
                phonetic = false;
            } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("si")) {
                texts.add(text.toString());
                text.setLength(0);
                if (texts.size() > MOST_TEXTS) {
                    throw new UnreadableFile(Reason.TOO_LARGE, ImportLimits.MOST_BYTES);
                }
            }
        }
    }

    /** Which cell formats show days. */
    private void styles() throws XMLStreamException {
        if (!entries.containsKey(STYLES)) {
            return;
        }
        Map<Integer, String> own = new HashMap<>();
        XMLStreamReader xml = reader(entries.get(STYLES));
        boolean inCells = false;
        int position = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("numFmt")) {
                own.put(Integer.parseInt(xml.getAttributeValue(null, "numFmtId")), xml.getAttributeValue(null, "formatCode"));
            } else if (xml.hasName() && xml.getLocalName().equals("cellXfs")) {
                inCells = event == XMLStreamReader.START_ELEMENT;
            } else if (inCells && event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("xf")) {
                String format = xml.getAttributeValue(null, "numFmtId");
                if (format != null && showsDay(Integer.parseInt(format), own)) {
                    days.add(position);
                }
                position++;
            }
        }
    }

    /** The built-in formats of days, or one of the file's own that names years or days. */
    private static boolean showsDay(int format, Map<Integer, String> own) {
        boolean builtIn = format >= 14 && format <= 17 || format == 22 || format >= 27 && format <= 36 || format >= 50 && format <= 58;
        String code = own.getOrDefault(format, "").replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return builtIn || code.matches("(?s).*[yYdD].*") && !code.contains("#") && !code.contains("0");
    }

    private static XMLStreamReader reader(byte[] content) throws XMLStreamException {
        return XML.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
