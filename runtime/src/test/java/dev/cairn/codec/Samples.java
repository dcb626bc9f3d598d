package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types, and their codecs as the processor writes them. */
final class Samples {
    private Samples() {}

    enum Optimizer {
        SGD,
        ADAM {
            @Override
            boolean adapts() {
                return true;
            }
        };

        boolean adapts() {
            return false;
        }
    }

    record Config(
            double learningRate,
            int batchSize,
            @Nullable String label,
            @Nullable Optimizer optimizer) {}

    /** A plain class with defaults of its own. */
    static final class Settings {
        int retries = 3;
        String host = "localhost";

        Settings() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Settings settings && retries == settings.retries && host.equals(settings.host);
        }

        @Override
        public int hashCode() {
            return retries + host.hashCode();
        }
    }

    record Node(int value, @Nullable Node left, @Nullable Node right, List<Node> others) {
        static Node leaf(int value) {
            return new Node(value, null, null, List.of());
        }
    }

    sealed interface Shape permits Circle, Square, Marker {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    enum Marker implements Shape {
        ORIGIN
    }

    /** A class that can contain itself. */
    static class Box {
        @Nullable
        Box inner;

        @Nullable
        Object content;
    }

    static final EnumCodec<Optimizer> OPTIMIZER = Codecs.enumeration(Optimizer.class, Optimizer.values());
    static final NamedCodec<Config> CONFIG = new ConfigCodec();
    static final NamedCodec<Settings> SETTINGS = new SettingsCodec();
    static final NamedCodec<Node> NODE = new NodeCodec();
    static final NamedCodec<Shape> SHAPE = Codecs.sealed(
            Shape.class, new CircleCodec(), new SquareCodec(), Codecs.enumeration(Marker.class, Marker.values()));
    static final NamedCodec<Box> BOX = new BoxCodec();

    private static final class ConfigCodec extends StructCodec<Config> {
        ConfigCodec() {
            super(
                    Config.class,
                    "com.acme.Config",
                    field("learningRate", Codecs.DOUBLE),
                    field("batchSize", Codecs.INT),
                    field("label", Codecs.STRING),
                    field("optimizer", OPTIMIZER));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Config value) {
            PrimitiveFormat.writeDouble(output, value.learningRate());
            PrimitiveFormat.writeInt(output, value.batchSize());
            Codecs.STRING.write(kryo, output, value.label());
            OPTIMIZER.write(kryo, output, value.optimizer());
        }

        @Override
        protected Config readFields(Kryo kryo, Input input) {
            return new Config(
                    PrimitiveFormat.readDouble(input),
                    PrimitiveFormat.readInt(input),
                    Codecs.STRING.read(kryo, input),
                    OPTIMIZER.read(kryo, input));
        }

        @Override
        protected Config create(FieldValues values) {
            return new Config(values.doubleAt(0), values.intAt(1), values.at(2), values.at(3));
        }
    }

    private static final class SettingsCodec extends StructCodec<Settings> {
        SettingsCodec() {
            super(Settings.class, "com.acme.Settings", field("retries", Codecs.INT), field("host", Codecs.STRING));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Settings value) {
            PrimitiveFormat.writeInt(output, value.retries);
            Codecs.STRING.write(kryo, output, value.host);
        }

        @Override
        protected Settings readFields(Kryo kryo, Input input) {
            Settings value = new Settings();
            value.retries = PrimitiveFormat.readInt(input);
            value.host = Codecs.STRING.read(kryo, input);
            return value;
        }

        @Override
        protected Settings create(FieldValues values) {
            Settings value = new Settings();
            if (values.has(0)) {
                value.retries = values.intAt(0);
            }
            if (values.has(1)) {
                value.host = values.at(1);
            }
            return value;
        }
    }

    private static final class NodeCodec extends StructCodec<Node> {
        private static final ArtifactCodec<Node> SELF = Codecs.lazy(() -> NODE);
        private static final ArtifactCodec<List<Node>> OTHERS = Codecs.list(SELF);

        NodeCodec() {
            super(
                    Node.class,
                    "com.acme.Node",
                    field("value", Codecs.INT),
                    field("left", SELF),
                    field("right", SELF),
                    field("others", OTHERS));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Node value) {
            PrimitiveFormat.writeInt(output, value.value());
            SELF.write(kryo, output, value.left());
            SELF.write(kryo, output, value.right());
            OTHERS.write(kryo, output, value.others());
        }

        @Override
        protected Node readFields(Kryo kryo, Input input) {
            return new Node(
                    PrimitiveFormat.readInt(input),
                    SELF.read(kryo, input),
                    SELF.read(kryo, input),
                    OTHERS.read(kryo, input));
        }

        @Override
        protected Node create(FieldValues values) {
            return new Node(values.intAt(0), values.at(1), values.at(2), values.at(3));
        }
    }

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

    private static final class SquareCodec extends StructCodec<Square> {
        SquareCodec() {
            super(Square.class, "com.acme.Square", field("side", Codecs.DOUBLE));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Square value) {
            PrimitiveFormat.writeDouble(output, value.side());
        }

        @Override
        protected Square readFields(Kryo kryo, Input input) {
            return new Square(PrimitiveFormat.readDouble(input));
        }

        @Override
        protected Square create(FieldValues values) {
            return new Square(values.doubleAt(0));
        }
    }

    private static final class BoxCodec extends StructCodec<Box> {
        private static final ArtifactCodec<Box> SELF = Codecs.lazy(() -> BOX);
        private static final ArtifactCodec<Object> ANY = Codecs.any(SELF);

        BoxCodec() {
            super(Box.class, "com.acme.Box", field("inner", SELF), field("content", ANY));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Box value) {
            SELF.write(kryo, output, value.inner);
            ANY.write(kryo, output, value.content);
        }

        @Override
        protected Box readFields(Kryo kryo, Input input) {
            Box box = new Box();
            box.inner = SELF.read(kryo, input);
            box.content = ANY.read(kryo, input);
            return box;
        }

        @Override
        protected Box create(FieldValues values) {
            Box box = new Box();
            box.inner = values.at(0);
            box.content = values.at(1);
            return box;
        }
    }
}
