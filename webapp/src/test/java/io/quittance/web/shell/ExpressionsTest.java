package io.quittance.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.el.ExpressionFactory;
import jakarta.el.StandardELContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An expression that does not parse (a property named after a reserved word such as {@code empty}) is found when its page is shown. */
class ExpressionsTest {

    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");

    @Test
    void every_expression_of_every_page_parses() throws IOException {
        List<Path> pages;
        try (var files = Files.walk(Path.of("src/main"))) {
            pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
        ExpressionFactory factory = ExpressionFactory.newInstance();
        StandardELContext context = new StandardELContext(factory);
        assertThat(pages).isNotEmpty();
        for (Path page : pages) {
            EXPRESSION.matcher(Files.readString(page)).results().map(found -> unescaped(found.group())).forEach(text ->
                    assertThatCode(() -> factory.createValueExpression(context, text, Object.class))
                            .as("%s in %s", text, page).doesNotThrowAnyException());
        }
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }
}
