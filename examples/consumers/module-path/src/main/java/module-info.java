/** An application whose dependencies are modules. */
module dev.headnote.examples.modules {
  requires dev.headnote;
  requires dev.headnote.models.e5_small;
}
