// Everything in one script, which needs no setting of the bundler.
import 'activation-lab/embedded';
