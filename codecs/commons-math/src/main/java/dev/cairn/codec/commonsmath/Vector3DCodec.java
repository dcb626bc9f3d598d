package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/** Stores a {@link Vector3D} by its coordinates. */
@AnnouncedCodec
public final class Vector3DCodec extends ConverterCodec<Vector3D, Vector3DCodec.Form> {
    /**
     * The stored form.
     *
     * @param x the first coordinate
     * @param y the second coordinate
     * @param z the third coordinate
     */
    public record Form(double x, double y, double z) {}

    /** For generated code. */
    public Vector3DCodec() {}

    @Override
    protected Vector3DCodec.Form toStored(Vector3D value) {
        return new Form(value.getX(), value.getY(), value.getZ());
    }

    @Override
    protected Vector3D fromStored(Vector3DCodec.Form stored) {
        return new Vector3D(stored.x(), stored.y(), stored.z());
    }
}
