package io.quittance.document.control;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * Makes a finished document fit for archives: what it is about, what its colours mean, and the electronic invoice inside. What is
 * the same in all documents was made once.
 *
 * @see "ISO 19005-3, PDF/A-3u; Factur-X 1.0, chapter 6: the file, its relationship and the metadata"
 */
final class Archive {

    private static final String FILE = "factur-x.xml";
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final byte[] COLOURS = deflated(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    private static final int COMPONENTS = 3;

    private static final String HEAD = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part>\
            <pdfaid:conformance>U</pdfaid:conformance></rdf:Description>
            """;
    private static final String ABOUT = """
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>\
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>\
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>\
            <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>{producer}</pdf:Producer></rdf:Description>
            """;
    private static final String PROPERTY = """
            <rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>Text\
            </pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>%s\
            </pdfaProperty:description></rdf:li>
            """;
    private static final String ELECTRONIC = """
            <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"><fx:DocumentType>INVOICE\
            </fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version>\
            <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema\
            </pdfaSchema:schema><pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>\
            <pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
            """
            + PROPERTY.formatted("DocumentFileName", "name of the embedded XML invoice file")
            + PROPERTY.formatted("DocumentType", "INVOICE")
            + PROPERTY.formatted("Version", "version of the XML invoice schema")
            + PROPERTY.formatted("ConformanceLevel", "conformance level of the XML invoice data")
            + "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";
    private static final String END = "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";

    private Archive() {
    }

    /** @param electronic the invoice as XML. @param day of its issue */
    static void prepare(PDDocument pdf, Optional<String> electronic, Optional<LocalDate> day) throws IOException {
        PDDocumentInformation about = pdf.getDocumentInformation();
        // Two dates of the same document would have to agree to the second; a document of frozen figures needs neither.
        about.getCOSObject().removeItem(COSName.CREATION_DATE);
        String metadata = HEAD + ABOUT.replace("{title}", text(about.getTitle())).replace("{subject}", text(about.getSubject()))
                .replace("{author}", text(about.getAuthor())).replace("{producer}", text(about.getProducer()))
                + (electronic.isPresent() ? ELECTRONIC : "") + END;
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        PDMetadata xmp = new PDMetadata(pdf);
        xmp.importXMPMetadata(metadata.getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(xmp);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(false);
        catalog.setMarkInfo(marks);
        catalog.addOutputIntent(colours(pdf));
        if (electronic.isPresent()) {
            embed(pdf, catalog, electronic.get().getBytes(StandardCharsets.UTF_8), day);
        }
    }

    private static PDOutputIntent colours(PDDocument pdf) throws IOException {
        COSStream profile = pdf.getDocument().createCOSStream();
        try (OutputStream raw = profile.createRawOutputStream()) {
            raw.write(COLOURS);
        }
        profile.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        profile.setInt(COSName.N, COMPONENTS);
        COSDictionary intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.GTS_PDFA1);
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        PDOutputIntent colours = new PDOutputIntent(intent);
        colours.setInfo(SRGB);
        colours.setOutputCondition(SRGB);
        colours.setOutputConditionIdentifier(SRGB);
        colours.setRegistryName("http://www.color.org");
        return colours;
    }

    private static void embed(PDDocument pdf, PDDocumentCatalog catalog, byte[] xml, Optional<LocalDate> day) throws IOException {
        PDEmbeddedFile content = new PDEmbeddedFile(pdf, new ByteArrayInputStream(xml), COSName.FLATE_DECODE);
        content.setSubtype("text/xml");
        content.setSize(xml.length);
        GregorianCalendar modified = GregorianCalendar.from(day.orElse(LocalDate.EPOCH).atStartOfDay(ZoneOffset.UTC));
        modified.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        content.setModDate(modified);
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(FILE);
        file.setFileUnicode(FILE);
        file.setFileDescription("Factur-X/ZUGFeRD invoice");
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);
        file.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Alternative");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(FILE, file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        catalog.getCOSObject().setItem(COSName.AF, new COSArray(List.of(file.getCOSObject())));
    }

    private static String text(String value) {
        return value == null ? "" : Xhtml.text(value);
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written to", impossible);
        }
        return out.toByteArray();
    }
}
