package dev.cairn.datastore;

import dev.cairn.CairnException;

/** A datastore failed, or refused a request. The message says what is wrong and where, and how to fix it. */
public class DatastoreException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message what is wrong and where, and how to mend it
     */
    public DatastoreException(String message) {
        super(message);
    }

    /**
     * With a message for the user, and the cause.
     *
     * @param message what is wrong and where, and how to mend it
     * @param cause what the datastore's own libraries threw
     */
    public DatastoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * There is no run of this id.
     *
     * @param run the id that was asked for
     * @return the exception, to be thrown
     */
    public static DatastoreException noSuchRun(RunId run) {
        return new DatastoreException("there is no run " + run + " in the datastore");
    }

    /**
     * The datastore is of a kind that Cairn cannot copy into a directory.
     *
     * @param url the URL of the datastore
     * @return the exception, to be thrown
     */
    public static DatastoreException noBackup(String url) {
        return new DatastoreException("the datastore `" + url
                + "` cannot be copied into a directory: only `file:` can. Use `export`, or the tools of its database.");
    }

    /**
     * There is a run of this id already.
     *
     * @param run the id that is in use
     * @return the exception, to be thrown
     */
    public static DatastoreException runExists(RunId run) {
        return new DatastoreException("run " + run + " already exists in the datastore");
    }

    /**
     * The run has another owner than the process that wants to write to it.
     *
     * @param run the run that was taken over
     * @return the exception, to be thrown
     */
    public static DatastoreException fenced(RunId run) {
        return new DatastoreException(
                "run " + run + " was taken over by another process, so this process can no longer write to it."
                        + " Follow the run in the other process.");
    }

    /**
     * Another flow class uses this name.
     *
     * @param flow the name that both use
     * @param flowClass the binary name of the class whose run is to be stored
     * @param user the binary name of the class whose runs are stored
     * @return the exception, to be thrown
     */
    public static DatastoreException flowNameInUse(String flow, String flowClass, String user) {
        return new DatastoreException(
                "the flow name `" + flow + "` of " + flowClass + " is in use by the runs of " + user
                        + ". Give one of them another name, or, if it is the same flow under a new class name,"
                        + " annotate the class with @FormerNames(\"" + user + "\")");
    }
}
