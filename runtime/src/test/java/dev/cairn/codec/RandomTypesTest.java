package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.RandomTypes.Type;
import dev.cairn.codec.Versioned.Row;
import dev.cairn.codec.internal.Decoding;
import dev.cairn.codec.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every type and every value. */
final class RandomTypesTest {
    private static final int TYPES = 2000;

    @FunctionalInterface
    private interface Property {
        <T> void check(Type<T> type, T value);
    }

    private static void forAll(String name, Property property) {
        long seed = Long.getLong("cairn.seed", 20261125);
        System.out.println("seed of " + name + ": " + seed);
        RandomTypes types = new RandomTypes(new Random(seed));
        for (int i = 0; i < TYPES; i++) {
            check(types.type(i * 4 / TYPES), property);
        }
    }

    private static <T> void check(Type<T> type, Property property) {
        for (int i = 0; i < 3; i++) {
            property.check(type, type.values().get());
        }
    }

    @Test
    void whatIsReadIsWhatWasWrittenAndIsWrittenAsTheSameBytes() {
        forAll("whatIsReadIsWhatWasWrittenAndIsWrittenAsTheSameBytes", new Property() {
            @Override
            public <T> void check(Type<T> type, T value) {
                Schemas schemas = new Schemas();
                byte[] bytes = schemas.encode(type.codec(), value);
                T read = schemas.decode(type.codec(), bytes);
                assertThat(read).as(type.codec().schema().toString()).isEqualTo(value);
                assertThat(schemas.encode(type.codec(), read)).isEqualTo(bytes);
            }
        });
    }

    @Test
    void everySchemaIsParsedAsItself() {
        forAll("everySchemaIsParsedAsItself", new Property() {
            @Override
            public <T> void check(Type<T> type, T value) {
                Schema schema = type.codec().schema();
                assertThat(Schema.parse(schema.bytes())).isEqualTo(schema);
            }
        });
    }

    @Test
    void theTreeOfAValueIsAllThereIsToIt() {
        forAll("theTreeOfAValueIsAllThereIsToIt", new Property() {
            @Override
            public <T> void check(Type<T> type, T value) {
                Schemas schemas = new Schemas();
                Tree tree = schemas.tree(schemas.encode(type.codec(), value));
                assertThat(ArtifactFormat.fromTree(type.codec(), tree))
                        .as(type.codec().schema().toString())
                        .isEqualTo(value);
            }
        });
    }

    @Test
    void everyValueCanBeSkipped() {
        forAll("everyValueCanBeSkipped", new Property() {
            @Override
            public <T> void check(Type<T> type, T value) {
                Schemas schemas = new Schemas();
                Versioned then = Versioned.named(
                        "com.acme.Then",
                        List.of(),
                        Versioned.with("gone", type.codec()),
                        Versioned.with("kept", Codecs.INT));
                Versioned now = Versioned.named("com.acme.Then", List.of(), Versioned.with("kept", Codecs.INT));
                Map<String, Object> fields = new HashMap<>();
                fields.put("gone", value);
                fields.put("kept", 42);
                assertThat(schemas.decode(now, schemas.encode(then, new Row(fields))))
                        .isEqualTo(new Row(Map.of("kept", 42)));
            }
        });
    }

    @Test
    void everyValueIsReadByPlanAsByPosition() {
        forAll("everyValueIsReadByPlanAsByPosition", new Property() {
            @Override
            public <T> void check(Type<T> type, T value) {
                ValueReader plan = type.codec()
                        .plan(new Planner(type.codec().schema()), type.codec().type());
                byte[] bytes = ArtifactFormat.encode(type.codec(), value).bytes();
                Input input = new Input(bytes, 36, bytes.length - 36);
                assertThat(Decoding.whole(plan, input)).isEqualTo(value);
            }
        });
    }
}
