package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaKeywords;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.Scalars;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Schemas know the names of types without knowing their codecs. */
class SchemaKeywordsTest {
    @Test
    void everyTypeWithoutPartsHasACodecAndNoOther() {
        Set<SchemaType> named = Stream.concat(
                        Stream.concat(SchemaKeywords.PRIMITIVES.stream(), SchemaKeywords.VALUES.stream())
                                .map(name -> new SchemaType.Scalar(name, false)),
                        SchemaKeywords.PRIMITIVES.stream().map(name -> new SchemaType.Scalar(name, true)))
                .collect(Collectors.toSet());

        assertThat(Scalars.types()).isEqualTo(named);
    }

    @Test
    void everyTypeWithoutPartsIsReadFromText() {
        for (SchemaType type : Scalars.types()) {
            Schema schema = Schema.of(type, Map.of());

            assertThat(Schema.parse(schema.bytes())).isEqualTo(schema);
        }
    }
}
