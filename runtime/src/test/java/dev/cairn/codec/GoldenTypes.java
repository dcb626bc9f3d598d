package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The types of the golden artifacts, and their codecs as the processor writes them. Their names and fields are in committed files:
 * they stay as they are.
 */
final class GoldenTypes {
    private GoldenTypes() {}

    enum Color {
        RED,
        GREEN,
        BLUE
    }

    sealed interface Shape permits Circle, Solid, Point {}

    record Circle(double radius) implements Shape {}

    sealed interface Solid extends Shape permits Cube {}

    record Cube(int edge) implements Solid {}

    enum Point implements Shape {
        ORIGIN
    }

    record Node(int value, List<Node> children) {}

    /** Has a codec of its own. */
    record Note(String text) {}

    /** Without state. */
    record Nothing() {}

    record Weight(String name, double value, @Nullable Color color) {}

    /** Stored reflectively by Kryo. */
    static final class Model {
        private final List<Weight> weights;
        private final @Nullable String name;
        private final int[] counts;

        Model(List<Weight> weights, @Nullable String name, int... counts) {
            this.weights = new ArrayList<>(weights);
            this.name = name;
            this.counts = counts;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Model model
                    && weights.equals(model.weights)
                    && Objects.equals(name, model.name)
                    && Arrays.equals(counts, model.counts);
        }

        @Override
        public int hashCode() {
            return weights.hashCode();
        }
    }

    /** Stored reflectively by the JDK. */
    record Saved(ArrayList<String> lines, int count) implements Serializable {}

    static final EnumCodec<Color> COLOR = Codecs.enumeration(Color.class, Color.values());
    static final NamedCodec<Circle> CIRCLE = new CircleCodec();
    static final NamedCodec<Nothing> NOTHING = new NothingCodec();
    static final NamedCodec<Shape> SHAPE = Codecs.sealed(
            Shape.class,
            CIRCLE,
            Codecs.<Solid>sealed(Solid.class, new CubeCodec()),
            Codecs.enumeration(Point.class, Point.values()));
    static final NamedCodec<Node> NODE = new NodeCodec();
    static final NamedCodec<Note> NOTE = Codecs.custom(new NoteCodec());
    static final NamedCodec<Model> MODEL = Codecs.opaque(Model.class, Weight.class, Color.class);
    static final NamedCodec<Saved> SAVED = Codecs.opaque(Saved.class);

    private static final class CircleCodec extends StructCodec<Circle> {
        CircleCodec() {
            super(Circle.class, "com.acme.Circle", field("radius", Codecs.DOUBLE));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Circle value) {
            PrimitiveFormat.writeDouble(output, value.radius());
        }

        @Override
        protected Circle readFields(Kryo kryo, Input input) {
            return new Circle(PrimitiveFormat.readDouble(input));
        }

        @Override
        protected Circle create(FieldValues values) {
            return new Circle(values.doubleAt(0));
        }
    }

    private static final class CubeCodec extends StructCodec<Cube> {
        CubeCodec() {
            super(Cube.class, "com.acme.Cube", field("edge", Codecs.INT));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Cube value) {
            PrimitiveFormat.writeInt(output, value.edge());
        }

        @Override
        protected Cube readFields(Kryo kryo, Input input) {
            return new Cube(PrimitiveFormat.readInt(input));
        }

        @Override
        protected Cube create(FieldValues values) {
            return new Cube(values.intAt(0));
        }
    }

    private static final class NothingCodec extends StructCodec<Nothing> {
        NothingCodec() {
            super(Nothing.class, "com.acme.Nothing");
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Nothing value) {
            // it has none
        }

        @Override
        protected Nothing readFields(Kryo kryo, Input input) {
            return new Nothing();
        }

        @Override
        protected Nothing create(FieldValues values) {
            return new Nothing();
        }
    }

    private static final class NodeCodec extends StructCodec<Node> {
        private static final ArtifactCodec<List<Node>> CHILDREN = Codecs.list(Codecs.lazy(() -> NODE));

        NodeCodec() {
            super(Node.class, "com.acme.Node", field("value", Codecs.INT), field("children", CHILDREN));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Node value) {
            PrimitiveFormat.writeInt(output, value.value());
            CHILDREN.write(kryo, output, value.children());
        }

        @Override
        protected Node readFields(Kryo kryo, Input input) {
            return new Node(PrimitiveFormat.readInt(input), CHILDREN.read(kryo, input));
        }

        @Override
        protected Node create(FieldValues values) {
            return new Node(values.intAt(0), values.at(1));
        }
    }

    private static final class NoteCodec extends CustomCodec<Note> {
        NoteCodec() {
            super(Note.class, "com.acme.note/1");
        }

        @Override
        protected void write(Note note, CodecOutput output) throws IOException {
            output.write(note.text().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        protected Note read(CodecInput input) throws IOException {
            return new Note(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
