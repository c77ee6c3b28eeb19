package io.quittance.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses XML from strangers: no document type, no entities, nothing fetched, no deeper than a statement or an invoice can be. */
public final class SafeXml {

    private static final String DEEPEST = "60";

    private SafeXml() {
    }

    /** @throws SAXException when it is not well-formed, naming line and column, or in another encoding, or carries a document type */
    public static Document parse(byte[] content) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(content));
        } catch (ParserConfigurationException defect) {
            throw new IllegalStateException("the JDK's XML parser lacks a protection", defect);
        } catch (IOException notInThatEncoding) {
            throw new SAXException("it is not in the encoding that it declares: " + notInThatEncoding.getMessage(), notInThatEncoding);
        }
    }

    /** The parser's own handler would write to standard error. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) throws SAXException {
            throw warning;
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
