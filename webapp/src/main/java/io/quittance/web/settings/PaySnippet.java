package io.quittance.web.settings;

/**
 * What a business puts into its own site so that somebody can pay an invoice: a plain link to the hosted page. No field for a card
 * is ever in it, and no script is needed.
 *
 * @param link  a private link to the invoice
 * @param label what the button says
 */
public record PaySnippet(String link, String label) {

    private static final String SCRIPT = "/resources/quittance/pay-button.js";
    private static final String CLASS = "quittance-pay";

    /** Works everywhere, also where scripts and styles of one's own are forbidden. */
    public String plain() {
        return "<a class=\"" + CLASS + "\" href=\"" + escaped(link) + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + escaped(label)
                + "</a>";
    }

    /** For pages that want a button by the browser's own looks. */
    public String form() {
        return "<form action=\"" + escaped(link) + "\" method=\"get\" target=\"_blank\" rel=\"noopener noreferrer\">\n"
                + "  <button type=\"submit\">" + escaped(label) + "</button>\n</form>";
    }

    /** The plain link with a script that gives it the looks of a button, and refuses links that lead elsewhere. @param base our address */
    public String scripted(String base) {
        return plain() + "\n<script src=\"" + escaped(base) + SCRIPT + "\" defer></script>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
