/** The annotations that users write on their flow classes. */
module dev.cairn {
    exports dev.cairn;
}
