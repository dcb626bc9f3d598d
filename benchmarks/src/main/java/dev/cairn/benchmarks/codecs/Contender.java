package dev.cairn.benchmarks.codecs;

/** A serializer that is measured. */
enum Contender {
    CAIRN("Cairn") {
        @Override
        Serializer serializer(Workload workload) {
            return new CairnSerializer(workload);
        }
    },
    CAIRN_PREVIEW("Cairn, with the text of the preview") {
        @Override
        Serializer serializer(Workload workload) {
            return CairnSerializer.withPreview(workload);
        }

        @Override
        boolean does(Workload workload, Direction direction) {
            return direction == Direction.WRITE_BYTES;
        }
    },
    CAIRN_TREE("Cairn, generic tree") {
        @Override
        Serializer serializer(Workload workload) {
            return CairnSerializer.toTree(workload);
        }

        @Override
        boolean does(Workload workload, Direction direction) {
            return direction == Direction.READ_BYTES;
        }
    },
    CAIRN_BEGINNING("Cairn, text of the first 100") {
        @Override
        Serializer serializer(Workload workload) {
            return CairnSerializer.toBeginning(workload);
        }

        @Override
        boolean does(Workload workload, Direction direction) {
            return direction == Direction.READ_BYTES;
        }
    },
    FORY_CONSISTENT("Fory, schema-consistent") {
        @Override
        Serializer serializer(Workload workload) {
            return new ForySerializer(false);
        }
    },
    FORY_COMPATIBLE("Fory, compatible") {
        @Override
        Serializer serializer(Workload workload) {
            return new ForySerializer(true);
        }
    },
    KRYO("Kryo") {
        @Override
        Serializer serializer(Workload workload) {
            return new KryoSerializer();
        }
    },
    CBOR("CBOR by Jackson") {
        @Override
        Serializer serializer(Workload workload) {
            return new CborSerializer();
        }

        @Override
        boolean does(Workload workload, Direction direction) {
            return direction == Direction.READ_STREAM || direction == Direction.WRITE_STREAM;
        }
    },
    JAVA_IO("java.io") {
        @Override
        Serializer serializer(Workload workload) {
            return new JavaIoSerializer();
        }

        @Override
        boolean does(Workload workload, Direction direction) {
            return direction == Direction.READ_STREAM || direction == Direction.WRITE_STREAM;
        }
    },
    COPY("plain Java: a copy") {
        @Override
        Serializer serializer(Workload workload) {
            return new CopySerializer(workload);
        }

        @Override
        boolean does(Workload workload, Direction direction) {
            // What it makes of rows is what readers make.
            return direction == Direction.READ_BYTES || direction == Direction.WRITE_BYTES && workload != Workload.ROWS;
        }
    };

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    /** How it is called in reports. */
    String title() {
        return title;
    }

    /** Whether that is measured of it. */
    boolean does(Workload workload, Direction direction) {
        return true;
    }

    /** A new one, for a thread. */
    abstract Serializer serializer(Workload workload);
}
