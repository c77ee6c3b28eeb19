package io.quittance.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceShapeTest {

    @ParameterizedTest
    @CsvSource({"PO-####,PO-1234,true", "PO-####,po-1234,true", "PO-####,PO-12345,false", "PO-####,PO-123,false", "PO-####,PO-12a4,false",
        "@@#,ab7,true", "@@#,a77,false", "*,4500012345,true", "*,'',false", "PO-*/##,PO-abc1/26,true", "PO-*/##,PO-/26,false",
        "*-*,a-b,true", "*-*,a-b-c,false"})
    void a_shape_is_fitted_as_a_whole(String shape, String text, boolean fits) {
        assertThat(new ReferenceShape(shape).fits(text)).isEqualTo(fits);
    }

    @Test
    void no_shape_keeps_a_long_text_busy() {
        assertThat(new ReferenceShape("***#").fits("a".repeat(100))).isFalse();
        assertThat(ReferenceShape.isShape("*".repeat(4))).isFalse();
        assertThat(ReferenceShape.isShape("#".repeat(61))).isFalse();
    }
}
