package dev.cairn.samples.artifacts;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.FieldValues;
import dev.cairn.codec.NamedCodec;
import dev.cairn.codec.StructCodec;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link ArtifactCollections} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class ArtifactCollectionsCodecs {
    private static final NamedCodec<ArtifactCollections.Plot> PLOT_CODEC = new PlotCodec();

    private static final NamedCodec<ArtifactCollections.Table> TABLE_CODEC = new TableCodec();

    private static final ArtifactCodec<Object> ANY_CODEC = Codecs.any(PLOT_CODEC, TABLE_CODEC);

    /** Stores {@link ArtifactCollections#results}. */
    static final ArtifactCodec<Map<String, Object>> RESULTS = Codecs.map(Codecs.STRING, ANY_CODEC);

    private ArtifactCollectionsCodecs() {}

    private static final class PlotCodec extends StructCodec<ArtifactCollections.Plot> {
        private static final ArtifactCodec<List<double[]>> POINTS =
                Codecs.list(Codecs.DOUBLE_ARRAY);

        PlotCodec() {
            super(ArtifactCollections.Plot.class, "dev.cairn.samples.artifacts.ArtifactCollections$Plot",
                    field("title", Codecs.STRING),
                    field("points", POINTS));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, ArtifactCollections.Plot value) {
            Codecs.STRING.write(kryo, output, value.title());
            POINTS.write(kryo, output, value.points());
        }

        @Override
        protected ArtifactCollections.Plot readFields(Kryo kryo, Input input) {
            return new ArtifactCollections.Plot(Codecs.STRING.read(kryo, input),
                    POINTS.read(kryo, input));
        }

        @Override
        protected ArtifactCollections.Plot create(FieldValues values) {
            return new ArtifactCollections.Plot(values.<String>at(0), values.<List<double[]>>at(1));
        }
    }

    private static final class TableCodec extends StructCodec<ArtifactCollections.Table> {
        private static final ArtifactCodec<List<String>> COLUMNS = Codecs.list(Codecs.STRING);

        private static final ArtifactCodec<List<List<Object>>> ROWS =
                Codecs.list(Codecs.list(Codecs.lazy(() -> ANY_CODEC)));

        TableCodec() {
            super(ArtifactCollections.Table.class, "dev.cairn.samples.artifacts.ArtifactCollections$Table",
                    field("columns", COLUMNS),
                    field("rows", ROWS));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, ArtifactCollections.Table value) {
            COLUMNS.write(kryo, output, value.columns());
            ROWS.write(kryo, output, value.rows());
        }

        @Override
        protected ArtifactCollections.Table readFields(Kryo kryo, Input input) {
            return new ArtifactCollections.Table(COLUMNS.read(kryo, input), ROWS.read(kryo, input));
        }

        @Override
        protected ArtifactCollections.Table create(FieldValues values) {
            return new ArtifactCollections.Table(values.<List<String>>at(0),
                    values.<List<List<Object>>>at(1));
        }
    }
}
