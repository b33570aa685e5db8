//! What pictures are written in.

use super::super::words;
use resvg::usvg::fontdb::Database;
use std::sync::Arc;

/// A subset of Inter with every sign that a picture uses; fonts/README.md tells of it.
const BUILT_IN: &[u8] = include_bytes!("../../../fonts/ActivationLabSans-Regular.otf");

/// Its family.
const BUILT_IN_FAMILY: &str = "Activation Lab Sans";

/// The fonts that a picture is made with.
pub struct Fonts {
    database: Arc<Database>,
    family: Option<String>,
}

impl Fonts {
    /// The built-in font, and the machine's before it if a family is asked for.
    ///
    /// Without one the machine's fonts are not even looked at: a picture is then the same everywhere.
    pub fn new(family: Option<&str>) -> Result<Fonts, String> {
        let mut database = Database::new();
        database.load_font_data(BUILT_IN.to_vec());
        database.set_sans_serif_family(BUILT_IN_FAMILY);
        let family = family.map(|family| {
            database.load_system_fonts();
            // The machine's settings have changed what is meant by it.
            database.set_sans_serif_family(BUILT_IN_FAMILY);
            let mut names = database.faces().flat_map(|face| &face.families);
            let found = names.find(|(name, _)| name.eq_ignore_ascii_case(family));
            let found = found.map(|(name, _)| name.clone());
            found.ok_or_else(|| words::no_font(family))
        });
        Ok(Fonts {
            family: family.transpose()?,
            database: Arc::new(database),
        })
    }

    /// The family that was asked for, as the font itself spells it.
    pub fn family(&self) -> Option<&str> {
        self.family.as_deref()
    }

    /// All of them.
    pub fn database(&self) -> &Arc<Database> {
        &self.database
    }
}
